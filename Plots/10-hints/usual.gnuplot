# 
#
# Draw usual.png and usual.svg again, in this folder:  gnuplot usual.gnuplot
# It needs usual-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:720]
set yrange [594:0]
set label 'lines' at 88,18 center textcolor rgb '#333333'
set label '0 % usual' at 224,18 center textcolor rgb '#333333'
set label '50 % usual' at 360,18 center textcolor rgb '#333333'
set label '75 % usual' at 496,18 center textcolor rgb '#333333'
set label 'true' at 632,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 720,594 font 'DejaVu Sans,11'
set output 'usual.png'
plot 'usual-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 720,594 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'usual.svg'
replot
unset output
