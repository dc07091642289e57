# 
#
# Draw game.png and game.svg again, in this folder:  gnuplot game.gnuplot
# It needs game-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1005]
set yrange [984:0]
set label 'drawn photograph' at 155,88 right textcolor rgb '#333333'
set label 'round 0' at 155,224 right textcolor rgb '#333333'
set label 'round 75' at 155,360 right textcolor rgb '#333333'
set label 'round 150' at 155,496 right textcolor rgb '#333333'
set label 'round 225' at 155,632 right textcolor rgb '#333333'
set label 'round 300' at 155,768 right textcolor rgb '#333333'
set label 'its drawing' at 155,904 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1005,984 font 'DejaVu Sans,11'
set output 'game.png'
plot 'game-pictures.png' binary filetype=png flipy origin=(165.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1005,984 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'game.svg'
replot
unset output
