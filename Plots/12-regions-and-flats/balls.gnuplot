# 
#
# Draw balls.png and balls.svg again, in this folder:  gnuplot balls.gnuplot
# It needs balls-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:712]
set yrange [386:0]
set label 'lines' at 104,18 center textcolor rgb '#333333'
set label 'no ball' at 272,18 center textcolor rgb '#333333'
set label 'radius 2' at 440,18 center textcolor rgb '#333333'
set label 'radius 6' at 608,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 712,386 font 'DejaVu Sans,11'
set output 'balls.png'
plot 'balls-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 712,386 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'balls.svg'
replot
unset output
