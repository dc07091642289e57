# 
#
# Draw colouring.png and colouring.svg again, in this folder:  gnuplot colouring.gnuplot
# It needs colouring-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1592]
set yrange [1214:0]
set label 'lines and dabs' at 214,18 center textcolor rgb '#333333'
set label 'flat' at 602,18 center textcolor rgb '#333333'
set label 'shaded' at 990,18 center textcolor rgb '#333333'
set label 'without a dab' at 1378,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1592,1214 font 'DejaVu Sans,11'
set output 'colouring.png'
plot 'colouring-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1592,1214 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'colouring.svg'
replot
unset output
