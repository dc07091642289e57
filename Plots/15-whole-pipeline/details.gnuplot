# 
#
# Draw details.png and details.svg again, in this folder:  gnuplot details.gnuplot
# It needs details-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:880]
set yrange [722:0]
set label 'from the normal' at 104,18 center textcolor rgb '#333333'
set label 'from the first flow' at 272,18 center textcolor rgb '#333333'
set label 'with details' at 440,18 center textcolor rgb '#333333'
set label 'other noise' at 608,18 center textcolor rgb '#333333'
set label 'other noise' at 776,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 880,722 font 'DejaVu Sans,11'
set output 'details.png'
plot 'details-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 880,722 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'details.svg'
replot
unset output
