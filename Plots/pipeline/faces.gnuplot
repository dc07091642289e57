# 
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
set xrange [0:980]
set yrange [408:0]

set terminal pngcairo noenhanced size 980,408 font 'DejaVu Sans,11'
set output 'faces.png'
plot 'faces-pictures.png' binary filetype=png flipy origin=(16.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 980,408 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'faces.svg'
replot
unset output
