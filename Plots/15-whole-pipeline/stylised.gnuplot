# 
#
# Draw stylised.png and stylised.svg again, in this folder:  gnuplot stylised.gnuplot
# It needs stylised-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:784]
set yrange [794:0]
set label 'drawn photograph' at 144,18 center textcolor rgb '#333333'
set label 'stylised' at 392,18 center textcolor rgb '#333333'
set label 'the same scene as a drawing' at 640,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 784,794 font 'DejaVu Sans,11'
set output 'stylised.png'
plot 'stylised-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 784,794 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'stylised.svg'
replot
unset output
