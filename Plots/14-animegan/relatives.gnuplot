# 
#
# Draw relatives.png and relatives.svg again, in this folder:  gnuplot relatives.gnuplot
# It needs relatives-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:970]
set yrange [848:0]
set label 'all four terms' at 120,88 right textcolor rgb '#333333'
set label 'no grey' at 120,224 right textcolor rgb '#333333'
set label 'no smoothed' at 120,360 right textcolor rgb '#333333'
set label 'CartoonGAN' at 120,496 right textcolor rgb '#333333'
set label 'ComixGAN' at 120,632 right textcolor rgb '#333333'
set label 'its drawing' at 120,768 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 970,848 font 'DejaVu Sans,11'
set output 'relatives.png'
plot 'relatives-pictures.png' binary filetype=png flipy origin=(130.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 970,848 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'relatives.svg'
replot
unset output
