# 
#
# Draw variation.png and variation.svg again, in this folder:  gnuplot variation.gnuplot
# It needs variation-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:832]
set yrange [314:0]
set label 'drawn photograph' at 152,18 center textcolor rgb '#333333'
set label 'by total variation' at 416,18 center textcolor rgb '#333333'
set label 'a drawing' at 680,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 832,314 font 'DejaVu Sans,11'
set output 'variation.png'
plot 'variation-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 832,314 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'variation.svg'
replot
unset output
