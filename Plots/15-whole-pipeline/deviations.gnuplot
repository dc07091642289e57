# 
#
# Draw deviations.png and deviations.svg again, in this folder:  gnuplot deviations.gnuplot
# It needs deviations-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:658]
set yrange [464:0]
set label '0.25' at 48,56 right textcolor rgb '#333333'
set label '0.5' at 48,128 right textcolor rgb '#333333'
set label '0.75' at 48,200 right textcolor rgb '#333333'
set label '1.0' at 48,272 right textcolor rgb '#333333'
set label '1.25' at 48,344 right textcolor rgb '#333333'
set label '1.5' at 48,416 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 658,464 font 'DejaVu Sans,11'
set output 'deviations.png'
plot 'deviations-pictures.png' binary filetype=png flipy origin=(58.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 658,464 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'deviations.svg'
replot
unset output
