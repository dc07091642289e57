# How far it looks
#
# Draw view.png and view.svg again, in this folder:  gnuplot view.gnuplot
# It needs view.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'How far it looks' font ',13' textcolor rgb '#333333'
set xlabel 'pixels from the output pixel' textcolor rgb '#333333'
set ylabel 'share of the gradient within' textcolor rgb '#333333'
set xrange [1:128]
set yrange [0.346702102:1.03702109]
set logscale x
set arrow from first 32, graph 0 to first 32, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'half a picture' at graph 0.7243, graph 0.8608 left font ',9' textcolor rgb '#333333' front
set xtics ('1' 1, '2' 2, '4' 4, '8' 8, '16' 16, '32' 32, '64' 64, '128' 128) scale 0
set ytics 0.1 format '%.1f'
set grid noxtics
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'view.png'
plot \
    'view.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#888888' title 'before training', \
    'view.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'after it'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'view.svg'
replot
unset output
