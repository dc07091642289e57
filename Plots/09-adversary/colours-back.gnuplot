# 
#
# Draw colours-back.png and colours-back.svg again, in this folder:  gnuplot colours-back.gnuplot
# It needs colours-back-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1011]
set yrange [576:0]
set label 'line' at 161,88 right textcolor rgb '#333333'
set label 'squared error' at 161,224 right textcolor rgb '#333333'
set label 'with the adversary' at 161,360 right textcolor rgb '#333333'
set label 'true' at 161,496 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1011,576 font 'DejaVu Sans,11'
set output 'colours-back.png'
plot 'colours-back-pictures.png' binary filetype=png flipy origin=(171.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1011,576 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'colours-back.svg'
replot
unset output
