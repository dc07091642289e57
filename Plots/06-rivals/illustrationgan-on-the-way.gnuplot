# 
#
# Draw illustrationgan-on-the-way.png and illustrationgan-on-the-way.svg again, in this folder:  gnuplot illustrationgan-on-the-way.gnuplot
# It needs illustrationgan-on-the-way-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:557]
set yrange [392:0]
set label 'step 100' at 91,56 right textcolor rgb '#333333'
set label 'step 200' at 91,128 right textcolor rgb '#333333'
set label 'step 400' at 91,200 right textcolor rgb '#333333'
set label 'step 800' at 91,272 right textcolor rgb '#333333'
set label 'step 1600' at 91,344 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 557,392 font 'DejaVu Sans,11'
set output 'illustrationgan-on-the-way.png'
plot 'illustrationgan-on-the-way-pictures.png' binary filetype=png flipy origin=(101.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 557,392 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'illustrationgan-on-the-way.svg'
replot
unset output
