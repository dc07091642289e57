# 
#
# Draw given.png and given.svg again, in this folder:  gnuplot given.gnuplot
# It needs given-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:787]
set yrange [322:0]
set label '0 hints' at 155,18 center textcolor rgb '#333333'
set label '4 hints' at 291,18 center textcolor rgb '#333333'
set label '12 hints' at 427,18 center textcolor rgb '#333333'
set label '40 hints' at 563,18 center textcolor rgb '#333333'
set label '160 hints' at 699,18 center textcolor rgb '#333333'
set label 'given' at 73,106 right textcolor rgb '#333333'
set label 'wanted' at 73,242 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 787,322 font 'DejaVu Sans,11'
set output 'given.png'
plot 'given-pictures.png' binary filetype=png flipy origin=(83.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 787,322 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'given.svg'
replot
unset output
