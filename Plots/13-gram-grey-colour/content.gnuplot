# 
#
# Draw content.png and content.svg again, in this folder:  gnuplot content.gnuplot
# It needs content-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:720]
set yrange [204:0]
set label 'drawn'."\n".'photograph' at 88,18 center textcolor rgb '#333333'
set label 'start' at 224,36 center textcolor rgb '#333333'
set label 'by stage 1' at 360,36 center textcolor rgb '#333333'
set label 'by stage 2' at 496,36 center textcolor rgb '#333333'
set label 'by stage 3' at 632,36 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 720,204 font 'DejaVu Sans,11'
set output 'content.png'
plot 'content-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 720,204 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'content.svg'
replot
unset output
