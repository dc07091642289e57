# 
#
# Draw collapse-of-faces.png and collapse-of-faces.svg again, in this folder:  gnuplot collapse-of-faces.gnuplot
# It needs collapse-of-faces-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:900]
set yrange [320:0]
set label 'turn by turn' at 146,56 right textcolor rgb '#333333'
set label 'five for one' at 146,128 right textcolor rgb '#333333'
set label '… with minibatch'."\n".'discrimination' at 146,191 right textcolor rgb '#333333'
set label 'noise' at 146,272 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 900,320 font 'DejaVu Sans,11'
set output 'collapse-of-faces.png'
plot 'collapse-of-faces-pictures.png' binary filetype=png flipy origin=(156.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 900,320 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'collapse-of-faces.svg'
replot
unset output
