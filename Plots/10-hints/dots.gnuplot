# 
#
# Draw dots.png and dots.svg again, in this folder:  gnuplot dots.gnuplot
# It needs dots-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:856]
set yrange [612:0]
set label 'without hints' at 88,36 center textcolor rgb '#333333'
set label 'hints' at 224,36 center textcolor rgb '#333333'
set label 'with them' at 360,36 center textcolor rgb '#333333'
set label 'one area'."\n".'recoloured' at 496,18 center textcolor rgb '#333333'
set label 'with these' at 632,36 center textcolor rgb '#333333'
set label 'true' at 768,36 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 856,612 font 'DejaVu Sans,11'
set output 'dots.png'
plot 'dots-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 856,612 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'dots.svg'
replot
unset output
