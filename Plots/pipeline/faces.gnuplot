# Drawn faces
#
# Draw faces.png and faces.svg again, in this folder:  gnuplot faces.gnuplot
# It needs faces-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:784]
set yrange [435:0]
set label 'Drawn faces' at 392,24 center font ',13' textcolor rgb '#333333'

set terminal pngcairo noenhanced size 784,435 font 'DejaVu Sans,11'
set output 'faces.png'
plot 'faces-pictures.png' binary filetype=png flipy origin=(16.5,47.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 784,435 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'faces.svg'
replot
unset output
