# 
#
# Draw kinds.png and kinds.svg again, in this folder:  gnuplot kinds.gnuplot
# It needs kinds-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:992]
set yrange [322:0]
set label 'six dabs' at 88,18 center textcolor rgb '#333333'
set label '' at 224,18 center textcolor rgb '#333333'
set label 'sixty dabs' at 360,18 center textcolor rgb '#333333'
set label '' at 496,18 center textcolor rgb '#333333'
set label 'a scribble' at 632,18 center textcolor rgb '#333333'
set label '' at 768,18 center textcolor rgb '#333333'
set label 'true' at 904,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 992,322 font 'DejaVu Sans,11'
set output 'kinds.png'
plot 'kinds-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 992,322 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'kinds.svg'
replot
unset output
