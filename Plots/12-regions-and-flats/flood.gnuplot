# 
#
# Draw flood.png and flood.svg again, in this folder:  gnuplot flood.gnuplot
# It needs flood-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:496]
set yrange [278:0]
set label 'closed' at 134,18 center textcolor rgb '#333333'
set label 'a gap of 4 pixels' at 362,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 496,278 font 'DejaVu Sans,11'
set output 'flood.png'
plot 'flood-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 496,278 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'flood.svg'
replot
unset output
