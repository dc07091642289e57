# 
#
# Draw order.png and order.svg again, in this folder:  gnuplot order.gnuplot
# It needs order-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1080]
set yrange [466:0]
set label 'drawn photograph' at 124,18 center textcolor rgb '#333333'
set label 'stylised, then set in' at 332,18 center textcolor rgb '#333333'
set label 'its face' at 540,18 center textcolor rgb '#333333'
set label 'set in, then stylised' at 748,18 center textcolor rgb '#333333'
set label 'its face' at 956,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1080,466 font 'DejaVu Sans,11'
set output 'order.png'
plot 'order-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1080,466 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'order.svg'
replot
unset output
