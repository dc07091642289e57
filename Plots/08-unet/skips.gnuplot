# 
#
# Draw skips.png and skips.svg again, in this folder:  gnuplot skips.gnuplot
# It needs skips-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:971]
set yrange [576:0]
set label 'line' at 121,88 right textcolor rgb '#333333'
set label 'without skips' at 121,224 right textcolor rgb '#333333'
set label 'with skips' at 121,360 right textcolor rgb '#333333'
set label 'true' at 121,496 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 971,576 font 'DejaVu Sans,11'
set output 'skips.png'
plot 'skips-pictures.png' binary filetype=png flipy origin=(131.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 971,576 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'skips.svg'
replot
unset output
