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
set xrange [0:720]
set yrange [643:0]
set label 'Sampled, drawn, coloured' at 360,24 center font ',13' textcolor rgb '#333333'
set label 'sampled' at 88,67 center textcolor rgb '#333333'
set label 'its lines' at 224,67 center textcolor rgb '#333333'
set label 'coloured' at 360,67 center textcolor rgb '#333333'
set label 'hints' at 496,67 center textcolor rgb '#333333'
set label 'coloured with'."\n".'hints' at 632,49 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 720,643 font 'DejaVu Sans,11'
set output 'sampled.png'
plot 'sampled-pictures.png' binary filetype=png flipy origin=(16.5,83.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 720,643 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'sampled.svg'
replot
unset output
