# Drawn on the spot
#
# Draw material.png and material.svg again, in this folder:  gnuplot material.gnuplot
# It needs material-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:781]
set yrange [487:0]
set label 'Drawn on the spot' at 390,24 center font ',13' textcolor rgb '#333333'
set label 'faces' at 111,104 right textcolor rgb '#333333'
set label 'lines' at 111,210 right textcolor rgb '#333333'
set label 'photographs' at 111,316 right textcolor rgb '#333333'
set label 'drawings' at 111,422 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 781,487 font 'DejaVu Sans,11'
set output 'material.png'
plot 'material-pictures.png' binary filetype=png flipy origin=(121.5,47.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 781,487 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'material.svg'
replot
unset output
