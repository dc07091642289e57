# 
#
# Draw side-by-side.png and side-by-side.svg again, in this folder:  gnuplot side-by-side.gnuplot
# It needs side-by-side-pictures.png.

set encoding utf8
# One unit is one pixel, counted from the upper left corner.
unset key
unset border
unset tics
set lmargin at screen 0
set rmargin at screen 1
set bmargin at screen 0
set tmargin at screen 1
set xrange [0:885]
set yrange [608:0]
set label 'true faces' at 131,56 right textcolor rgb '#333333'
set label '' at 131,128 right textcolor rgb '#333333'
set label 'VAE' at 131,200 right textcolor rgb '#333333'
set label '' at 131,272 right textcolor rgb '#333333'
set label 'DCGAN' at 131,344 right textcolor rgb '#333333'
set label '' at 131,416 right textcolor rgb '#333333'
set label 'IllustrationGAN' at 131,488 right textcolor rgb '#333333'
set label '' at 131,560 right textcolor rgb '#333333'

set terminal pngcairo noenhanced size 885,608 font 'DejaVu Sans,11'
set output 'side-by-side.png'
plot 'side-by-side-pictures.png' binary filetype=png flipy origin=(141.5,16.5) using 1:2:3 with rgbimage notitle

set terminal svg noenhanced size 885,608 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'side-by-side.svg'
replot
unset output
