# What a difference of colour costs
#
# Draw huber.png and huber.svg again, in this folder:  gnuplot huber.gnuplot
# It needs huber.dat.

set encoding utf8
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set title 'What a difference of colour costs' font ',13' textcolor rgb '#333333'
set xlabel 'difference' textcolor rgb '#333333'
set ylabel 'loss' textcolor rgb '#333333'
set xrange [0:1.5]
set yrange [-0.09:1.59]
set arrow from first 0.87, graph 0 to first 0.87, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'largest in U' at graph 0.5900, graph 0.9608 left font ',9' textcolor rgb '#333333' front
set arrow from first 1.23, graph 0 to first 1.23, graph 1 nohead dashtype (14,9) linewidth 1.4 linecolor rgb '#888888'
set label 'largest in V' at graph 0.8300, graph 0.9608 left font ',9' textcolor rgb '#333333' front
set xtics 0.2 format '%.1f'
set ytics 0.2 format '%.1f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'

set terminal pngcairo noenhanced size 800,500 font 'DejaVu Sans,11'
set output 'huber.png'
plot \
    'huber.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'absolute', \
    'huber.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype (16,8) linecolor rgb '#888888' title 'half the square', \
    'huber.dat' index 2 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'Huber, δ = 1', \
    'huber.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#009e73' title 'Huber, δ = 0.1'

set terminal svg noenhanced size 800,500 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
set output 'huber.svg'
replot
unset output
