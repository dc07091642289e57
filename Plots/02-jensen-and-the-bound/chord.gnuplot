# f of the mean, and the mean of f
#
# Draw chord.png and chord.svg again, in this folder:  gnuplot chord.gnuplot
# It needs chord.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 800,380 font 'DejaVu Sans,11'
    set output 'chord.png'
    call 'chord.gnuplot' 'page'
    set terminal svg noenhanced size 800,380 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'chord.svg'
    call 'chord.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'f of the mean, and the mean of f' font ',14'

# Panel 1: log u bends down
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.894736842
set title 'log u bends down' font ',13' textcolor rgb '#333333'
set xlabel 'u' textcolor rgb '#333333'
set ylabel 'log u' textcolor rgb '#333333'
set xrange [0.2:4.4]
set yrange [-1.79490046:1.66706709]
set xtics 2 format '%.0f'
set ytics 1 format '%.0f'
set key inside bottom right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'chord.dat' index 0 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'f(u)', \
    'chord.dat' index 1 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'chord', \
    'chord.dat' index 2 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'gap at the mean'

# Panel 2: exp u bends up
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.894736842
set title 'exp u bends up' font ',13' textcolor rgb '#333333'
set xlabel 'u' textcolor rgb '#333333'
set ylabel 'exp u' textcolor rgb '#333333'
set xrange [0.2:4.4]
set yrange [0:86.2646366]
set xtics 2 format '%.0f'
set ytics 20 format '%.0f'
set key inside top left Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'chord.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'f(u)', \
    'chord.dat' index 4 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'chord', \
    'chord.dat' index 5 using 1:2 with linespoints pointtype 7 pointsize 0.9 linewidth 2.2 dashtype 1 linecolor rgb '#222222' title 'gap at the mean'
unset multiplot
