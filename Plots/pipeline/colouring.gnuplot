# 
#
# Draw colouring.png and colouring.svg again, in this folder:  gnuplot colouring.gnuplot
# It needs colouring-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1192]
set yrange [914:0]
set label 'lines and dabs' at 164,18 center textcolor rgb '#333333'
set label 'flat' at 452,18 center textcolor rgb '#333333'
set label 'shaded' at 740,18 center textcolor rgb '#333333'
set label 'without a dab' at 1028,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1192,914 font 'DejaVu Sans,11'
set output 'colouring.png'
plot 'colouring-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1192,914 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'colouring.svg'
replot
unset output
