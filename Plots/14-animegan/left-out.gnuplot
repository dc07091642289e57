# 
#
# Draw left-out.png and left-out.svg again, in this folder:  gnuplot left-out.gnuplot
# It needs left-out-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1006]
set yrange [1120:0]
set label 'drawn photograph' at 156,88 right textcolor rgb '#333333'
set label 'all losses' at 156,224 right textcolor rgb '#333333'
set label 'without colour' at 156,360 right textcolor rgb '#333333'
set label 'without style' at 156,496 right textcolor rgb '#333333'
set label 'without adversary' at 156,632 right textcolor rgb '#333333'
set label 'without content' at 156,768 right textcolor rgb '#333333'
set label 'linear colour' at 156,904 right textcolor rgb '#333333'
set label 'its drawing' at 156,1040 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1006,1120 font 'DejaVu Sans,11'
set output 'left-out.png'
plot 'left-out-pictures.png' binary filetype=png flipy origin=(166.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1006,1120 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'left-out.svg'
replot
unset output
