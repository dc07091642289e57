# 
#
# Draw shipped.png and shipped.svg again, in this folder:  gnuplot shipped.gnuplot
# It needs shipped-pictures.png.

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
set yrange [594:0]
set label 'without hints' at 88,18 center textcolor rgb '#333333'
set label 'red' at 224,18 center textcolor rgb '#333333'
set label 'green' at 360,18 center textcolor rgb '#333333'
set label 'blue' at 496,18 center textcolor rgb '#333333'
set label 'yellow' at 632,18 center textcolor rgb '#333333'
set label 'purple' at 768,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 856,594 font 'DejaVu Sans,11'
set output 'shipped.png'
plot 'shipped-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 856,594 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'shipped.svg'
replot
unset output
