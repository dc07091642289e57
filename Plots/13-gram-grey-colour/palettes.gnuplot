# 
#
# Draw palettes.png and palettes.svg again, in this folder:  gnuplot palettes.gnuplot
# It needs palettes-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:856]
set yrange [476:0]
set label 'drawn'."\n".'photograph' at 88,18 center textcolor rgb '#333333'
set label 'style' at 224,36 center textcolor rgb '#333333'
set label 'grey' at 360,36 center textcolor rgb '#333333'
set label 'in colour' at 496,36 center textcolor rgb '#333333'
set label 'grey + colour'."\n".'loss' at 632,18 center textcolor rgb '#333333'
set label 'grey + U and V'."\n".'raised' at 768,18 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 856,476 font 'DejaVu Sans,11'
set output 'palettes.png'
plot 'palettes-pictures.png' binary filetype=png flipy origin=(16.5,52.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 856,476 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'palettes.svg'
replot
unset output
