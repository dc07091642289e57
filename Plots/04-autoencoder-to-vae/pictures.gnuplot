# Ten classes, ten pictures of each
#
# Draw pictures.png and pictures.svg again, in this folder:  gnuplot pictures.gnuplot
# It needs pictures-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:713]
set yrange [703:0]
set label 'Ten classes, ten pictures of each' at 356,24 center font ',13' textcolor rgb '#333333'
set label 'i' at 39,83 right textcolor rgb '#333333'
set label 'u' at 39,147 right textcolor rgb '#333333'
set label 'ku' at 39,211 right textcolor rgb '#333333'
set label 'ko' at 39,275 right textcolor rgb '#333333'
set label 'shi' at 39,339 right textcolor rgb '#333333'
set label 'te' at 39,403 right textcolor rgb '#333333'
set label 'to' at 39,467 right textcolor rgb '#333333'
set label 'no' at 39,531 right textcolor rgb '#333333'
set label 'ro' at 39,595 right textcolor rgb '#333333'
set label 'n' at 39,659 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 713,703 font 'DejaVu Sans,11'
set output 'pictures.png'
plot 'pictures-pictures.png' binary filetype=png flipy origin=(49.5,47.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 713,703 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'pictures.svg'
replot
unset output
