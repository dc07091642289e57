# 
#
# Draw features.png and features.svg again, in this folder:  gnuplot features.gnuplot
# It needs features-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:923]
set yrange [440:0]
set label 'stage 1' at 73,88 right textcolor rgb '#333333'
set label 'stage 2' at 73,224 right textcolor rgb '#333333'
set label 'stage 3' at 73,360 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 923,440 font 'DejaVu Sans,11'
set output 'features.png'
plot 'features-pictures.png' binary filetype=png flipy origin=(83.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 923,440 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'features.svg'
replot
unset output
