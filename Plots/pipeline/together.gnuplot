# Set into a scene
#
# Draw together.png and together.svg again, in this folder:  gnuplot together.gnuplot
# It needs together-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:784]
set yrange [657:0]
set label 'Set into a scene' at 392,24 center font ',13' textcolor rgb '#333333'
set label 'photograph' at 113,67 center textcolor rgb '#333333'
set label 'stylised' at 299,67 center textcolor rgb '#333333'
set label 'the figure set into it' at 485,67 center textcolor rgb '#333333'
set label 'set in first, then'."\n".'stylised' at 671,49 center textcolor rgb '#333333'

set terminal pngcairo noenhanced size 784,657 font 'DejaVu Sans,11'
set output 'together.png'
plot 'together-pictures.png' binary filetype=png flipy origin=(16.5,83.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 784,657 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'together.svg'
replot
unset output
