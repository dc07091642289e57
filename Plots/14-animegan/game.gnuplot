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
set xrange [0:953]
set yrange [984:0]
set label 'photograph' at 103,88 right textcolor rgb '#333333'
set label 'round 0' at 103,224 right textcolor rgb '#333333'
set label 'round 75' at 103,360 right textcolor rgb '#333333'
set label 'round 150' at 103,496 right textcolor rgb '#333333'
set label 'round 225' at 103,632 right textcolor rgb '#333333'
set label 'round 300' at 103,768 right textcolor rgb '#333333'
set label 'its drawing' at 103,904 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 953,984 font 'DejaVu Sans,11'
set output 'game.png'
plot 'game-pictures.png' binary filetype=png flipy origin=(113.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 953,984 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'game.svg'
replot
unset output
