# 
#
# Draw too-strong.png and too-strong.svg again, in this folder:  gnuplot too-strong.gnuplot
# It needs too-strong-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:943]
set yrange [304:0]
set label 'w = 0.006' at 93,88 right textcolor rgb '#333333'
set label 'w = 0.3' at 93,224 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 943,304 font 'DejaVu Sans,11'
set output 'too-strong.png'
plot 'too-strong-pictures.png' binary filetype=png flipy origin=(103.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 943,304 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'too-strong.svg'
replot
unset output
