# 
#
# Draw versions.png and versions.svg again, in this folder:  gnuplot versions.gnuplot
# It needs versions-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:952]
set yrange [440:0]
set label 'photograph' at 102,88 right textcolor rgb '#333333'
set label 'version 1' at 102,224 right textcolor rgb '#333333'
set label 'version 2' at 102,360 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 952,440 font 'DejaVu Sans,11'
set output 'versions.png'
plot 'versions-pictures.png' binary filetype=png flipy origin=(112.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 952,440 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'versions.svg'
replot
unset output
