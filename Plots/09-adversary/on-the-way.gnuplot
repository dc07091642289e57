# 
#
# Draw on-the-way.png and on-the-way.svg again, in this folder:  gnuplot on-the-way.gnuplot
# It needs on-the-way-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:950]
set yrange [712:0]
set label 'round 0' at 100,88 right textcolor rgb '#333333'
set label 'round 600' at 100,224 right textcolor rgb '#333333'
set label 'round 1200' at 100,360 right textcolor rgb '#333333'
set label 'round 1800' at 100,496 right textcolor rgb '#333333'
set label 'round 2400' at 100,632 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 950,712 font 'DejaVu Sans,11'
set output 'on-the-way.png'
plot 'on-the-way-pictures.png' binary filetype=png flipy origin=(110.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 950,712 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'on-the-way.svg'
replot
unset output
