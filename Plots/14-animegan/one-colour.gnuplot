# 
#
# Draw one-colour.png and one-colour.svg again, in this folder:  gnuplot one-colour.gnuplot
# It needs one-colour-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:650]
set yrange [344:0]
set label 'one colour' at 96,72 right textcolor rgb '#333333'
set label 'version 1' at 96,176 right textcolor rgb '#333333'
set label 'version 2' at 96,280 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 650,344 font 'DejaVu Sans,11'
set output 'one-colour.png'
plot 'one-colour-pictures.png' binary filetype=png flipy origin=(106.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 650,344 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'one-colour.svg'
replot
unset output
