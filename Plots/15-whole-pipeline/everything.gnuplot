# 
#
# Draw everything.png and everything.svg again, in this folder:  gnuplot everything.gnuplot
# It needs everything-pictures.png.

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
set yrange [560:0]

set terminal pngcairo noenhanced size 832,560 font 'DejaVu Sans,11'
set output 'everything.png'
plot 'everything-pictures.png' binary filetype=png flipy origin=(16.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 832,560 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'everything.svg'
replot
unset output
