# 
#
# Draw leak.png and leak.svg again, in this folder:  gnuplot leak.gnuplot
# It needs leak-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:510]
set yrange [322:0]
set label 'pen of 0.6 pixels' at 150,18 center textcolor rgb '#333333'
set label 'pen of 1.1 pixels' at 286,18 center textcolor rgb '#333333'
set label 'pen of 2.0 pixels' at 422,18 center textcolor rgb '#333333'
set label 'spread' at 68,106 right textcolor rgb '#333333'
set label 'filled' at 68,242 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 510,322 font 'DejaVu Sans,11'
set output 'leak.png'
plot 'leak-pictures.png' binary filetype=png flipy origin=(78.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 510,322 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'leak.svg'
replot
unset output
