# Sampled, drawn, coloured
#
# Draw sampled.png and sampled.svg again, in this folder:  gnuplot sampled.gnuplot
# It needs sampled-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:1080]
set yrange [913:0]
set label 'Sampled, drawn, coloured' at 540,24 center font ',13' textcolor rgb '#333333'
set label 'sampled' at 124,49 center textcolor rgb '#333333'
set label 'its lines' at 332,49 center textcolor rgb '#333333'
set label 'coloured' at 540,49 center textcolor rgb '#333333'
set label 'dabs' at 748,49 center textcolor rgb '#333333'
set label 'coloured with dabs' at 956,49 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 1080,913 font 'DejaVu Sans,11'
set output 'sampled.png'
plot 'sampled-pictures.png' binary filetype=png flipy origin=(16.5,65.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 1080,913 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'sampled.svg'
replot
unset output
