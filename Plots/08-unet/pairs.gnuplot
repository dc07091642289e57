# 
#
# Draw pairs.png and pairs.svg again, in this folder:  gnuplot pairs.gnuplot
# It needs pairs-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:651]
set yrange [304:0]
set label 'given' at 73,88 right textcolor rgb '#333333'
set label 'wanted' at 73,224 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 651,304 font 'DejaVu Sans,11'
set output 'pairs.png'
plot 'pairs-pictures.png' binary filetype=png flipy origin=(83.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 651,304 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'pairs.svg'
replot
unset output
