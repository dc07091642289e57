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
set xrange [0:1216]
set yrange [554:0]
set label 'dabs' at 104,18 center textcolor rgb '#333333'
set label 'network alone' at 272,18 center textcolor rgb '#333333'
set label 'squares' at 440,18 center textcolor rgb '#333333'
set label 'regions' at 608,18 center textcolor rgb '#333333'
set label 'nurie color' at 776,18 center textcolor rgb '#333333'
set label 'watershed' at 944,18 center textcolor rgb '#333333'
set label 'true' at 1112,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1216,554 font 'DejaVu Sans,11'
set output 'vote.png'
plot 'vote-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1216,554 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'vote.svg'
replot
unset output
