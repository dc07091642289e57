# 
#
# Draw vote.png and vote.svg again, in this folder:  gnuplot vote.gnuplot
# It needs vote-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:980]
set yrange [614:0]
set label 'dabs' at 114,18 center textcolor rgb '#333333'
set label 'network alone' at 302,18 center textcolor rgb '#333333'
set label 'voted' at 490,18 center textcolor rgb '#333333'
set label 'watershed' at 678,18 center textcolor rgb '#333333'
set label 'true' at 866,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 980,614 font 'DejaVu Sans,11'
set output 'vote.png'
plot 'vote-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 980,614 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'vote.svg'
replot
unset output
