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
set xrange [0:1256]
set yrange [506:0]
set label 'dabs' at 96,18 center textcolor rgb '#333333'
set label 'network, no vote' at 248,18 center textcolor rgb '#333333'
set label 'squares' at 400,18 center textcolor rgb '#333333'
set label 'regions' at 552,18 center textcolor rgb '#333333'
set label 'flats' at 704,18 center textcolor rgb '#333333'
set label 'with shade' at 856,18 center textcolor rgb '#333333'
set label 'watershed' at 1008,18 center textcolor rgb '#333333'
set label 'true' at 1160,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1256,506 font 'DejaVu Sans,11'
set output 'vote.png'
plot 'vote-pictures.png' binary filetype=png flipy origin=(16.5,34.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1256,506 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'vote.svg'
replot
unset output
