# 
#
# Draw layers.png and layers.svg again, in this folder:  gnuplot layers.gnuplot
# It needs layers-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1032]
set yrange [298:0]
set label 'lines' at 144,18 center textcolor rgb '#333333'
set label 'flats' at 392,18 center textcolor rgb '#333333'
set label 'shade ×4, about grey' at 640,18 center textcolor rgb '#333333'
set label 'together' at 888,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1032,298 font 'DejaVu Sans,11'
set output 'layers.png'
plot 'layers-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1032,298 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'layers.svg'
replot
unset output
