# Decoded from the standard normal
#
# Draw samples.png and samples.svg again, in this folder:  gnuplot samples.gnuplot
# It needs samples-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:785]
set yrange [575:0]
set label 'Decoded from the standard normal' at 392,24 center font ',13' textcolor rgb '#333333'
set label 'autoencoder' at 111,83 right textcolor rgb '#333333'
set label '' at 111,147 right textcolor rgb '#333333'
set label '' at 111,211 right textcolor rgb '#333333'
set label '' at 111,275 right textcolor rgb '#333333'
set label 'VAE' at 111,339 right textcolor rgb '#333333'
set label '' at 111,403 right textcolor rgb '#333333'
set label '' at 111,467 right textcolor rgb '#333333'
set label '' at 111,531 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 785,575 font 'DejaVu Sans,11'
set output 'samples.png'
plot 'samples-pictures.png' binary filetype=png flipy origin=(121.5,47.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 785,575 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'samples.svg'
replot
unset output
