# Colours come back
#
# Draw saturation.png and saturation.svg again, in this folder:  gnuplot saturation.gnuplot
# It needs saturation.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'Colours come back' font ',13' textcolor rgb '#333333'
set xlabel '' textcolor rgb '#333333'
set ylabel 'chroma, of the truth'."'".'s' textcolor rgb '#333333'
set xrange [0.5:5.5]
set yrange [0:1.46708572]
set arrow from graph 0, first 1 to graph 1, first 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'the truth' at graph 0.8123, graph 0.7109 left font ',9' textcolor rgb '#333333' front
set xtics ('skin' 1, 'hair' 2, 'eyes' 3, 'clothes' 4, 'whole picture' 5) scale 0
set ytics 0.2 format '%.1f'
set grid noxtics
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'saturation.png'
plot \
    'saturation.dat' index 0 using 1:2:(0.3312) with boxes fillcolor rgb '#26888888' title 'squared error', \
    'saturation.dat' index 0 using 1:($2 < 0 ? NaN : $2 + $3):(gprintf('%.3g', $2)) with labels font ',9' textcolor rgb '#333333' offset 0,0.7 notitle, \
    'saturation.dat' index 1 using 1:2:(0.3312) with boxes fillcolor rgb '#26d55e00' title 'with the adversary', \
    'saturation.dat' index 1 using 1:($2 < 0 ? NaN : $2 + $3):(gprintf('%.3g', $2)) with labels font ',9' textcolor rgb '#333333' offset 0,0.7 notitle

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'saturation.svg'
replot
unset output
