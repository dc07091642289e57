# 
#
# Draw held-out.png and held-out.svg again, in this folder:  gnuplot held-out.gnuplot
# It needs held-out-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1005]
set yrange [304:0]
set label 'drawn photograph' at 155,88 right textcolor rgb '#333333'
set label 'drawing' at 155,224 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1005,304 font 'DejaVu Sans,11'
set output 'held-out.png'
plot 'held-out-pictures.png' binary filetype=png flipy origin=(165.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1005,304 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'held-out.svg'
replot
unset output
